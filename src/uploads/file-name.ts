// May a file be called that? Names as clients send them are only a name here, and shown to other people.
import { isReportPath, supportedExtensions } from '../document/formats/registry.ts'
import type { AppError } from '../errors.ts'
import { faultError, faultOf } from '../faults/fault.ts'

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
  if (given.length > 3 * MAX_NAME_BYTES) throw tooLong()
  const name = given.normalize('NFC').trim()
  if (name === '') throw faultError(faultOf('no-name'))
  if (/[/\\]/.test(name)) throw faultError(faultOf('name-is-path'))
  if (UNSHOWABLE.test(name)) throw faultError(faultOf('name-unshowable'))
  if (name.startsWith('.')) throw faultError(faultOf('name-hidden'))
  if (Buffer.byteLength(name) > MAX_NAME_BYTES) throw tooLong()
  if (!isReportPath(name)) {
    throw faultError(faultOf('unknown-format', { supported: supportedExtensions() }))
  }
  return name
}

function tooLong(): AppError {
  return faultError(faultOf('name-too-long', { most: MAX_NAME_BYTES }))
}
