//! What the calendar is narrowed to: the form, and each choice as a chip that takes itself away.
//! Without WebAssembly the form is sent by its button; with it, each change counts at once.

use domain::{
    calendar::{CalendarQuery, DayPart, Facet, Filter, View, YES},
    lang::Lang,
    programme::{TeachingLanguage, Theme},
};
use leptos::prelude::*;
use leptos_router::{NavigateOptions, hooks::use_navigate};

use super::{
    HubsToChoose,
    live::{Live, use_live},
    toolbar::PERIOD,
};
use crate::{
    ask::ask,
    components::{
        icon::{Icon, Pictogram},
        loaded::loaded_or,
    },
    i18n::{Text, fill, t, use_lang},
    platform::page::{fill_field, form_value},
    routes,
};

/// The id of the form.
pub const FORM: &str = "filters";

/// The form, folded away: what is chosen stands below it as chips, and then the days, which a
/// phone must not have to look for. Once opened it stays so while its choices count.
#[component]
pub fn FilterForm(
    /// What is shown.
    query: Memo<CalendarQuery>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).filters();
    let first = query.get_untracked();
    let apply = apply(query);
    view! {
        <details class="filters">
            <summary data-live=""><Pictogram icon=Icon::Filter/>{texts.heading}</summary>
            <form
                id=FORM
                method="get"
                action=routes::calendar(lang)
                data-live=""
                on:change={
                    let apply = apply.clone();
                    move |_| apply()
                }
                on:submit=move |event| {
                    event.prevent_default();
                    apply();
                }
            >
                <Kept query/>
                <div class="choices">
                    <HubChoice chosen=first.filter.hub.clone()/>
                    {select(Facet::Theme, texts.theme, words(lang, Facet::Theme), &first.filter)}
                    {select(Facet::Part, texts.part, words(lang, Facet::Part), &first.filter)}
                    {select(Facet::Language, texts.language, words(lang, Facet::Language), &first.filter)}
                </div>
                <div class="ticks">
                    {TICKS.map(|(facet, icon)| tick(facet, icon, lang, &first.filter)).collect_view()}
                </div>
                <p class="actions"><button type="submit">{texts.apply}</button></p>
            </form>
        </details>
    }
}

/// Goes to the days that the form names, where they are others than those shown. What was
/// chosen before the page came alive counts as soon as it does; and what is chosen elsewhere, by
/// a chip or by going back, comes into the form.
fn apply(query: Memo<CalendarQuery>) -> impl Fn() + Clone + 'static {
    let lang = use_lang();
    let navigate = use_navigate();
    let apply = move || {
        let now = query.get_untracked();
        let Some(filter) = filled_in().filter(|filter| *filter != now.filter) else {
            return;
        };
        let options = NavigateOptions {
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&routes::calendar_at(lang, &now.filtered(filter)), options);
    };
    if use_live().is_some_and(Live::began_as_html) {
        let apply = apply.clone();
        Effect::new(move |_| apply());
    }
    let fill = move |query: &CalendarQuery, _: Option<&CalendarQuery>, _: Option<()>| {
        for facet in Facet::ALL {
            let word = query.filter.get(*facet).unwrap_or_default();
            fill_field(&id_of(*facet), word);
        }
    };
    Effect::watch(move || query.get(), fill, false);
    apply
}

/// What the form says now.
fn filled_in() -> Option<Filter> {
    let mut filter = Filter::default();
    for facet in Facet::ALL {
        filter.set(*facet, &form_value(FORM, facet.as_str())?);
    }
    Some(filter)
}

const TICKS: [(Facet, Icon); 4] = [
    (Facet::WomenOnly, Icon::Woman),
    (Facet::Childcare, Icon::Child),
    (Facet::StepFree, Icon::Wheel),
    (Facet::FreeOnly, Icon::Check),
];

/// View and day are no choice of this form, and stay as they are.
#[component]
fn Kept(query: Memo<CalendarQuery>) -> impl IntoView {
    let hidden = |name: &'static str, value: String| {
        view! { <input type="hidden" name=name value=value/> }
    };
    move || {
        let query = query.get();
        let view = (query.view != View::Agenda).then(|| hidden("view", query.view.as_str().into()));
        let date = query.date.map(|date| hidden("date", date.to_string()));
        (view, date)
    }
}

/// The hubs are the programme's, and come a moment later than the rest.
#[component]
fn HubChoice(chosen: Option<String>) -> impl IntoView {
    let lang = use_lang();
    let label = t(lang).filters().hub;
    let hubs = ask(move || HubsToChoose { lang });
    let options = move |hubs| options(hubs, chosen.as_deref());
    let id = id_of(Facet::Hub);
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id name=Facet::Hub.as_str()>
                <option value="">{t(lang).filters().all}</option>
                {loaded_or(hubs, options, |_| ())}
            </select>
        </div>
    }
}

fn select(
    facet: Facet,
    label: Text,
    words: Vec<(&'static str, Text)>,
    filter: &Filter,
) -> impl IntoView + use<> {
    let id = id_of(facet);
    let all = t(use_lang()).filters().all;
    let words = words
        .into_iter()
        .map(|(word, text)| (word.to_owned(), text.to_owned()));
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id name=facet.as_str()>
                <option value="">{all}</option>
                {options(words.collect(), filter.get(facet))}
            </select>
        </div>
    }
}

fn options(words: Vec<(String, String)>, chosen: Option<&str>) -> impl IntoView + use<> {
    let chosen = chosen.unwrap_or_default().to_owned();
    let option = move |(word, text): (String, String)| {
        let selected = word == chosen;
        view! { <option value=word selected=selected>{text}</option> }
    };
    words.into_iter().map(option).collect_view()
}

fn tick(facet: Facet, icon: Icon, lang: Lang, filter: &Filter) -> impl IntoView + use<> {
    let id = id_of(facet);
    let ticked = filter.get(facet).is_some();
    view! {
        <label class="tick" for=id.clone()>
            <input id=id.clone() name=facet.as_str() type="checkbox" value=YES checked=ticked/>
            <Pictogram icon/>
            <span>{tick_text(lang, facet)}</span>
        </label>
    }
}

fn id_of(facet: Facet) -> String {
    format!("filter-{}", facet.as_str())
}

/// Each choice as a link to the same page without it, and one that takes them all away.
#[component]
pub fn Chips(
    /// What is chosen.
    filter: Filter,
    /// What is shown.
    query: CalendarQuery,
    /// The name of the hub that is chosen.
    hub: Option<String>,
) -> impl IntoView {
    let lang = use_lang();
    let texts = t(lang).filters();
    if filter.active().next().is_none() {
        return ().into_any();
    }
    let chip = |facet: Facet| {
        let name = name_of(lang, facet, &filter, hub.as_deref());
        let href = routes::calendar_at(lang, &query.filtered(filter.without(facet)));
        let label = fill(texts.remove, &[("name", &name)]);
        view! {
            <li>
                <a class="chip" href=href aria-label=label data-noscroll="">
                    {name}<Pictogram icon=Icon::Close/>
                </a>
            </li>
        }
    };
    // The chip that was touched goes away; the focus must not go with it.
    let live = use_live();
    let focus_on_days = move || {
        if let Some(live) = live {
            live.focus_then(PERIOD);
        }
    };
    let clear = routes::calendar_at(lang, &query.filtered(Filter::default()));
    view! {
        <ul class="chips" data-live="" on:click=move |_| focus_on_days()>
            {filter.active().map(chip).collect_view()}
            <li><a class="clear" href=clear data-noscroll="">{texts.clear}</a></li>
        </ul>
    }
    .into_any()
}

/// A choice in words.
#[must_use]
pub fn name_of(lang: Lang, facet: Facet, filter: &Filter, hub: Option<&str>) -> String {
    let chosen = filter.get(facet).unwrap_or_default();
    if facet == Facet::Hub {
        return hub.unwrap_or(chosen).to_owned();
    }
    let word = words(lang, facet)
        .into_iter()
        .find(|(word, _)| *word == chosen);
    word.map_or_else(|| tick_text(lang, facet), |(_, text)| text)
        .to_owned()
}

/// The words of a facet that is a list, as the address and as people write them.
fn words(lang: Lang, facet: Facet) -> Vec<(&'static str, Text)> {
    let (texts, session) = (t(lang).filters(), t(lang).session());
    match facet {
        Facet::Theme => vec![
            (Theme::Digital.as_str(), texts.digital),
            (Theme::Marketing.as_str(), texts.marketing),
            (Theme::Design.as_str(), texts.design),
            (Theme::Image.as_str(), texts.image),
        ],
        Facet::Part => vec![
            (DayPart::Morning.as_str(), texts.morning),
            (DayPart::Afternoon.as_str(), texts.afternoon),
            (DayPart::Evening.as_str(), texts.evening),
        ],
        Facet::Language => vec![
            (TeachingLanguage::Arabic.as_str(), session.arabic),
            (TeachingLanguage::French.as_str(), session.french),
            (TeachingLanguage::English.as_str(), session.english),
        ],
        _ => Vec::new(),
    }
}

fn tick_text(lang: Lang, facet: Facet) -> Text {
    let (texts, session) = (t(lang).filters(), t(lang).session());
    match facet {
        Facet::WomenOnly => session.women_only,
        Facet::Childcare => texts.childcare,
        Facet::StepFree => session.step_free,
        Facet::FreeOnly => texts.free_only,
        Facet::Hub => texts.hub,
        Facet::Theme => texts.theme,
        Facet::Part => texts.part,
        Facet::Language => texts.language,
    }
}
