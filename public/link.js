// A private link carries its secret in the fragment, which no server sees: hand it in, and take
// it out of the address and the history first.
{
  const token = location.hash.slice(1);
  const input = document.querySelector("input[name=token]");
  if (token && input) {
    history.replaceState(history.state, "", location.pathname + location.search);
    input.value = token;
    input.form.submit();
  }
}
