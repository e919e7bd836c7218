// What does the launcher look like? One sheet for its own tree: nothing of the site comes in, nothing of ours gets out.

/** px throughout: sites set their own size of rem. 480 px is where phones end; there the conversation takes the whole window. */
const RULES = `
:host { all: initial }
.root {
  --colour: #1a5d58;
  --on-colour: #fff;
  font: 15px/1.4 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  position: fixed; inset: auto 20px 20px auto; z-index: 2147483647;
  display: flex; flex-direction: column; align-items: flex-end; gap: 12px;
  color-scheme: light dark;
}
.root.is-left { inset: auto auto 20px 20px; align-items: flex-start }
button { font: inherit; cursor: pointer; border: 0; color: var(--on-colour); background: var(--colour) }
button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #1a5fb4 }
.launcher {
  display: flex; align-items: center; gap: 8px; min-width: 52px; height: 52px; padding: 0 18px; border-radius: 26px;
  font-weight: 600; box-shadow: 0 4px 16px rgb(0 0 0 / .25);
}
svg { width: 24px; height: 24px; flex: none }
.panel {
  display: flex; flex-direction: column; overflow: hidden; border-radius: 14px;
  width: min(420px, 100vw - 40px); height: min(680px, 100vh - 112px); height: min(680px, 100dvh - 112px);
  color: #22262b; background: #f6f4ee; box-shadow: 0 8px 40px rgb(0 0 0 / .3);
}
.panel[hidden], p[hidden], iframe[hidden] { display: none }
header { display: flex; align-items: center; padding: 4px 4px 4px 16px; color: var(--on-colour); background: var(--colour) }
header span { flex: 1; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.close { display: grid; place-items: center; width: 44px; height: 44px; border-radius: 10px }
header button:focus-visible { outline-offset: -6px; outline-color: currentcolor; box-shadow: none }
iframe { flex: 1; min-height: 0; border: 0; width: 100% }
p { margin: auto; padding: 24px; text-align: center }
@media (prefers-color-scheme: dark) { .panel { color: #e4e1da; background: #14171a } }
@media (max-width: 480px) {
  .root.is-open { inset: 0; gap: 0 }
  .is-open .launcher { display: none }
  .is-open .panel { width: 100%; height: 100%; border-radius: 0 }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: rise .16s ease-out }
  @keyframes rise { from { opacity: 0; transform: translateY(8px) } }
}
@media print { .root { display: none } }
`

/**
 * Made by script, so a site's policy against inline styles has nothing against it.
 *
 * @param colour checked before; undefined leaves ours
 */
export function makeSheet(colour: string | undefined): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(RULES.replace(/\n\s*/g, ' '))
  if (colour !== undefined) {
    sheet.insertRule('.root {}', sheet.cssRules.length)
    const rule = sheet.cssRules[sheet.cssRules.length - 1]
    if (rule instanceof CSSStyleRule) rule.style.setProperty('--colour', colour)
  }
  return sheet
}

/** White or nearly black, whichever can be read on it better. @param rgb as computed: `rgb(140, 47, 36)` */
export function readableOn(rgb: string): string {
  const [red = 0, green = 0, blue = 0] = (rgb.match(/[\d.]+/g) ?? []).map((part) =>
    linear(Number(part) / 255),
  )
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  // Where WCAG's contrast with white and with black are equal: (1.05 / (x + .05)) = ((x + .05) / .05).
  return luminance > 0.179 ? '#111' : '#fff'
}

/** From sRGB to light, both 0 to 1: the relative luminance of WCAG 2.2. */
function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}
