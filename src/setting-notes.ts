// What is a person told of a setting beyond its schema? In messages, and in README's tables.
import * as z from 'zod'

type Words = Readonly<Record<'en' | 'zh', string>>

export interface SettingNotes {
  /** Completes "expected …" in a message. */
  readonly expected: string
  readonly unit?: Words
  /** Shown in place of a default that depends on the machine. */
  readonly defaultText?: Words
  readonly en: string
  readonly zh: string
}

export const notes = z.registry<SettingNotes>()
