//! Builds the two WebAssembly bundles and their JavaScript glue.
//! Left to others: the compiler, file names, compression.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{each_line, run_quietly};
use crate::digest;
use crate::npm;
use crate::paths;
use crate::progress::{say, step};
use crate::toolchain::{self, Mode, TARGET, Toolchain};

/// One of the two single-page apps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Bundle {
    /// What participants load.
    Public,
    /// What staff load.
    Staff,
}

impl Bundle {
    /// Both, in the order in which they are built.
    pub const ALL: [Self; 2] = [Self::Public, Self::Staff];

    /// Its cargo feature, and the beginning of its file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Staff => "staff",
        }
    }
}

/// A bundle as it is served, before it gets its hashed name.
pub struct Built {
    /// Which of the two.
    pub bundle: Bundle,
    /// The glue, a JavaScript module.
    pub js: PathBuf,
    /// The WebAssembly module.
    pub wasm: PathBuf,
}

/// Builds both bundles; parts that are fresh are left as they are.
pub fn build(mode: Mode) -> Result<Vec<Built>> {
    let toolchain = toolchain::obtain(mode)?;
    say(format_args!(
        "the browser's compiler is {}",
        toolchain.describe()
    ));
    Bundle::ALL
        .into_iter()
        .map(|bundle| build_one(&toolchain, bundle, mode))
        .collect()
}

fn build_one(toolchain: &Toolchain, bundle: Bundle, mode: Mode) -> Result<Built> {
    let name = bundle.name();
    let compiled = step(&format!("compiling the {name} bundle"), || {
        compile(toolchain, bundle, mode)
    })?;
    let made = paths::front().join("bundles").join(mode.front_profile());
    let built = Built {
        bundle,
        js: made.join(format!("{name}.js")),
        wasm: made.join(format!("{name}.wasm")),
    };
    let stamp = made.join(format!("{name}.stamp"));
    let recipe = format!("{} {}", digest::of_file(&compiled)?, npm::recipe(mode));
    if fs::read_to_string(&stamp).is_ok_and(|before| before == recipe) {
        return Ok(built);
    }
    step(
        &format!("making the {name} bundle ready for the browser"),
        || {
            bind(&compiled, &built, Names::Dropped)?;
            if mode == Mode::Release {
                optimise(&built.wasm, Names::Dropped)?;
                minify(&built.js)?;
            }
            fs::write(&stamp, recipe).context("cannot write the bundle's stamp")
        },
    )?;
    Ok(built)
}

/// Whether a module keeps the names of its functions: the shipped one has no use for them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Kept,
    Dropped,
}

/// The release's module, optimised as it is shipped, with the names of its functions.
pub fn with_names(bundle: Bundle) -> Result<PathBuf> {
    let mode = Mode::Release;
    let compiled = compile(&toolchain::obtain(mode)?, bundle, mode)?;
    let named = paths::front().join("named");
    let built = Built {
        bundle,
        js: named.join(format!("{}.js", bundle.name())),
        wasm: named.join(format!("{}.wasm", bundle.name())),
    };
    bind(&compiled, &built, Names::Kept)?;
    optimise(&built.wasm, Names::Kept)?;
    Ok(built.wasm)
}

/// The development build's module as the compiler left it, with the names of its functions.
pub fn compiled_for_development(bundle: Bundle) -> PathBuf {
    copy_of(bundle, Mode::Dev)
}

fn copy_of(bundle: Bundle, mode: Mode) -> PathBuf {
    paths::front().join(format!("{}-{}.wasm", mode.front_profile(), bundle.name()))
}

/// Compiles, and copies the module aside: both bundles come out of cargo under one file name.
fn compile(toolchain: &Toolchain, bundle: Bundle, mode: Mode) -> Result<PathBuf> {
    let profile = mode.front_profile();
    let copy = copy_of(bundle, mode);
    let mut fresh = run_cargo(toolchain, bundle, mode)?;
    if fresh && !copy.is_file() {
        // What lies there may be the other bundle: have cargo link once more.
        touch(&paths::root().join("frontend/src/lib.rs"))?;
        fresh = run_cargo(toolchain, bundle, mode)?;
    }
    if !fresh {
        let linked = paths::front()
            .join(TARGET)
            .join(profile)
            .join("frontend.wasm");
        fs::copy(&linked, &copy).with_context(|| format!("no module at {}", linked.display()))?;
    }
    Ok(copy)
}

/// Whether cargo found everything fresh.
fn run_cargo(toolchain: &Toolchain, bundle: Bundle, mode: Mode) -> Result<bool> {
    let mut command = toolchain.cargo_build(mode)?;
    command.args(["--package", "frontend", "--features", bundle.name()]);
    command.args(["--message-format", "json-render-diagnostics"]);
    let mut fresh = true;
    let succeeded = each_line(&mut command, |line| fresh &= !is_new_module(line))?;
    if !succeeded {
        bail!("the {} bundle does not compile", bundle.name());
    }
    Ok(fresh)
}

fn is_new_module(message: &str) -> bool {
    let Ok(message) = serde_json::from_str::<Value>(message) else {
        return false;
    };
    message["reason"] == "compiler-artifact"
        && message["target"]["name"] == "frontend"
        && message["fresh"] == false
}

fn touch(file: &Path) -> Result<()> {
    let text = fs::read(file)?;
    fs::write(file, text).with_context(|| format!("cannot touch {}", file.display()))
}

/// The step that is otherwise the command `wasm-bindgen`, from the library of the same version.
fn bind(compiled: &Path, built: &Built, names: Names) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(compiled).out_name(built.bundle.name());
    bindgen.web(true).map_err(|fault| anyhow!("{fault:#}"))?;
    bindgen.typescript(false).omit_default_module_path(true);
    bindgen
        .remove_name_section(names == Names::Dropped)
        .remove_producers_section(true);
    let mut output = bindgen
        .generate_output()
        .map_err(|fault| anyhow!("wasm-bindgen: {fault:#}"))?;
    let inline = output
        .snippets()
        .iter()
        .filter(|(_, scripts)| !scripts.is_empty());
    let foreign = inline
        .map(|(name, _)| name)
        .chain(output.local_modules().keys());
    let foreign: Vec<&str> = foreign.map(String::as_str).collect();
    if !foreign.is_empty() {
        bail!(
            "JavaScript of other crates, which a bundle cannot carry yet: {}",
            foreign.join(", ")
        );
    }
    let folder = built.js.parent().context("the bundle has no folder")?;
    fs::create_dir_all(folder)?;
    fs::write(&built.js, output.js())?;
    fs::write(&built.wasm, output.wasm_mut().emit_wasm())?;
    Ok(())
}

fn optimise(wasm: &Path, names: Names) -> Result<()> {
    let small = wasm.with_extension("small.wasm");
    let mut command = Command::new("node");
    command.arg(npm::tools()?.join("binaryen/bin/wasm-opt"));
    command.args(WASM_OPT).arg(match names {
        Names::Kept => "--debuginfo",
        Names::Dropped => "--strip-debug",
    });
    run_quietly(command.arg(wasm).arg("-o").arg(&small))?;
    fs::rename(&small, wasm).context("cannot move the optimised module")
}

fn minify(js: &Path) -> Result<()> {
    run_quietly(
        Command::new("node")
            .arg(npm::tools()?.join("terser/bin/terser"))
            .args(["--module", "--compress", "passes=2", "--mangle", "--output"])
            .arg(js)
            .arg(js),
    )
}

/// The features are those that rustc uses by default, and no more, so that the optimiser does
/// not put in what an older phone lacks.
const WASM_OPT: [&str; 9] = [
    "-Oz",
    "--converge",
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--strip-producers",
];
