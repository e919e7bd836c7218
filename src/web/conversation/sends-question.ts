// Does this key send the question?

/** What input methods report for every key that they take themselves; Safari says so in no other way. */
const TAKEN_BY_INPUT_METHOD = 229

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'keyCode'>

/** Enter while composing takes over what the input method offers; with Shift it begins a new line. */
export function sendsQuestion({ key, shiftKey, isComposing, keyCode }: Key): boolean {
  return key === 'Enter' && !shiftKey && !isComposing && keyCode !== TAKEN_BY_INPUT_METHOD
}
