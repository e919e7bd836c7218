// May a file be called that? Names as clients send them are only a name here, and shown to other people.
import { isReportPath, supportedExtensions } from '../document/formats/registry.ts'
import { AppError } from '../errors.ts'

/** Bytes in UTF-8: what file systems take, so that a download can be saved. */
const MAX_NAME_BYTES = 255

/** Control characters, marks that turn the text's direction or can't be seen, line separators, halves of a character. */
const UNSHOWABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\ufffd]/u

/**
 * @returns the name in NFC without blanks at its ends
 * @throws AppError `bad-input` with the reason
 */
export function checkedName(given: string): string {
  // Before it is normalised, which takes its time with a name of megabytes; that makes none shorter than a third.
  if (given.length > 3 * MAX_NAME_BYTES) refuseLength()
  const name = given.normalize('NFC').trim()
  if (name === '') refuse('a file must have a name', 'Give it one that ends as its format does.')
  if (/[/\\]/.test(name)) refuse('its name holds a path', 'Send the name alone, without folders.')
  if (UNSHOWABLE.test(name)) refuse('its name holds characters that can’t be shown', 'Rename it.')
  if (name.startsWith('.')) refuse('its name begins with a dot', 'Rename it.')
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) refuseLength()
  if (!isReportPath(name)) {
    refuse('it is of no format that is read here', `Supported: ${supportedExtensions()}.`)
  }
  return name
}

function refuseLength(): never {
  refuse(`its name is longer than ${MAX_NAME_BYTES} bytes`, 'Shorten it.')
}

function refuse(reason: string, hint: string): never {
  throw new AppError('bad-input', `The file was refused: ${reason}.`, { hint })
}
