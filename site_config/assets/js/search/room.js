// Keeps room for the results while the page is still being read. Not a module: a module would run after the first drawing.
// A browser too old for modules will have no results here, and needs no room for them.
if ("noModule" in HTMLScriptElement.prototype && /[?&](q|comune|ente|tipo|area|destinatari|diretto|aperto)=[^&]/.test(location.search)) {
  document.documentElement.classList.add("aa-si-cerca");
}
