/**
 * Fluent's icons, one file at a time: the package's own index reads 27,000 of them, which takes longer
 * than most tests of the pane.
 */
const others = { ...require('@fluentui/react-icons/utils'), ...require('@fluentui/react-icons/providers') };

/** `ChevronRight20Regular` is in `chevron-right`, `TextColumnOne20Filled` in `text-column-one`. */
const fileOf = (name) =>
  name
    .replace(/\d*(Regular|Filled|Light|Color)$/, '')
    .replace(/([a-z\d])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3-$2$4')
    .toLowerCase();

module.exports = new Proxy(others, {
  get: (known, name) => {
    if (typeof name !== 'string' || name in known || !/(Regular|Filled|Light|Color)$/.test(name)) return known[name];
    const icon = require(`@fluentui/react-icons/svg/${fileOf(name)}`)[name];
    if (icon === undefined) throw new Error(`There is no icon ${name} in ${fileOf(name)}`);
    return (known[name] = icon);
  },
});
