// Makes elements out of plain data. Text only ever enters as text nodes, so nothing in a report can become markup.

/**
 * @param {string} tag
 * @param {Record<string, string | boolean | ((event: Event) => void) | undefined>} properties attributes by name, listeners as `onclick`, …;
 *   undefined and false are left out
 * @param {...(Node | string | undefined)} children
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.slice('on'.length), value)
    else if (value === true) made.setAttribute(name, '')
    else if (value !== undefined && value !== false) made.setAttribute(name, value)
  }
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** @param {{ text: string, mark?: string }[]} pieces `mark` names the class of a lit one */
export function pieceNodes(pieces) {
  return pieces.map(({ text, mark }) => (mark === undefined ? text : element('mark', { class: mark }, text)))
}

/** @param {string} id of an element that the page's HTML holds */
export function byId(id) {
  return document.getElementById(id)
}
