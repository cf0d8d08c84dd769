"use strict";
(() => {
  const search = document.getElementById("search");
  const attention = document.getElementById("attention");
  const theme = document.getElementById("theme");
  const nothing = document.getElementById("nothing");
  const kernels = [...document.querySelectorAll(".kernel")];
  const entries = [...document.querySelectorAll("nav li")];
  const texts = kernels.map(kernel => kernel.textContent.toLowerCase());

  const filter = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word.length > 0);
    let shown = 0;
    kernels.forEach((kernel, i) => {
      const matches = words.every(word => texts[i].includes(word)) && (!attention.checked || kernel.classList.contains("attention"));
      kernel.hidden = entries[i].hidden = !matches;
      shown += matches ? 1 : 0;
    });
    nothing.hidden = shown > 0;
  };
  const openAll = isOpen => document.querySelectorAll(".kernel:not([hidden]) details:not(.generated)").forEach(details => { details.open = isOpen; });
  const themes = ["system", "light", "dark"];
  const setTheme = name => {
    if (name === "system") {
      document.documentElement.removeAttribute("data-theme");
    } else {
      document.documentElement.dataset.theme = name;
    }
    theme.textContent = "Theme: " + name;
    theme.dataset.name = name;
  };
  // A file opened from disk may have no storage: then the choice lasts as long as the page.
  const remember = name => { try { localStorage.setItem("accel-report-theme", name); } catch { } };
  const remembered = () => { try { return localStorage.getItem("accel-report-theme"); } catch { return null; } };

  search.addEventListener("input", filter);
  attention.addEventListener("change", filter);
  document.getElementById("unfold").addEventListener("click", () => openAll(true));
  document.getElementById("fold").addEventListener("click", () => openAll(false));
  theme.addEventListener("click", () => {
    const next = themes[(themes.indexOf(theme.dataset.name) + 1) % themes.length];
    setTheme(next);
    remember(next);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "/" && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
    }
  });
  window.addEventListener("beforeprint", () => openAll(true));
  setTheme(themes.includes(remembered()) ? remembered() : "system");
})();
