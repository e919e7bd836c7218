// Which number stands before a paragraph? Word stores only that it is numbered; the number is counted here.
import type { OfficeFile } from '../office.ts'
import { writeNumber } from './number-formats.ts'

interface Level {
  start: number
  format: string
  /** `第%1章`, `%1.%2`; in place of `%k` stands the number of level k. */
  text: string
  isLegal: boolean
}

interface Abstract {
  readonly levels: Map<number, Level>
  /** Another style defines it. */
  styleLink?: string
}

interface Instance {
  abstractId: string
  readonly starts: Map<number, number>
}

export interface Numbering {
  /** Counts one paragraph and says what stands before it, a bullet as `•`; empty when the list is unknown. */
  next(listId: string, level: number): string
}

/** Labels that end so have no space after them: 一、 （一） 第一章 keeps one. */
const CLOSED = /[、）】．，：]$/

/** @param listOfStyle the list that a numbering style defines */
export async function readNumbering(
  file: OfficeFile,
  path: string | undefined,
  listOfStyle: (styleId: string) => string | undefined,
): Promise<Numbering> {
  const abstracts = new Map<string, Abstract>()
  const instances = new Map<string, Instance>()
  let abstract: Abstract | undefined
  let instance: Instance | undefined
  let levelIndex = 0
  let level: Level | undefined
  await file.readPart(path, {
    open(name, attributes) {
      const { val = '' } = attributes
      if (name === 'abstractNum') {
        abstract = { levels: new Map() }
        abstracts.set(attributes['abstractNumId'] ?? '', abstract)
      } else if (name === 'num') {
        instance = { abstractId: '', starts: new Map() }
        instances.set(attributes['numId'] ?? '', instance)
      } else if (name === 'lvl' || name === 'lvlOverride') {
        levelIndex = Number(attributes['ilvl'] ?? 0)
        // A level inside of an override belongs to one list alone; it is rare, and its start is what matters.
        if (name === 'lvl' && instance === undefined) {
          level = { start: 1, format: 'decimal', text: '', isLegal: false }
          abstract?.levels.set(levelIndex, level)
        }
      } else if (name === 'abstractNumId' && instance !== undefined) instance.abstractId = val
      else if (name === 'startOverride') instance?.starts.set(levelIndex, Number(val))
      else if (name === 'numStyleLink' && abstract !== undefined) abstract.styleLink = val
      else if (level !== undefined) setLevel(level, name, attributes)
    },
    close(name) {
      if (name === 'lvl') level = undefined
      if (name === 'num') instance = undefined
      if (name === 'abstractNum') abstract = undefined
    },
  })
  return counting(abstracts, instances, listOfStyle)
}

function setLevel(level: Level, name: string, { val = '', format }: Readonly<Record<string, string>>): void {
  if (name === 'start') level.start = Number(val)
  // A format beyond the listed ones is named in words: “01, 02, 03, ...”.
  else if (name === 'numFmt') level.format = val === 'custom' && format?.startsWith('0') ? 'decimalZero' : val
  else if (name === 'lvlText') level.text = val
  else if (name === 'isLgl') level.isLegal = val !== '0' && val !== 'false'
}

function counting(
  abstracts: ReadonlyMap<string, Abstract>,
  instances: ReadonlyMap<string, Instance>,
  listOfStyle: (styleId: string) => string | undefined,
): Numbering {
  /** Of an abstract list: lists that share it count on. */
  const counters = new Map<Abstract, number[]>()
  const restarted = new Set<string>()
  const resolve = (listId: string): Abstract | undefined => {
    const own = abstracts.get(instances.get(listId)?.abstractId ?? '')
    const linked = own?.styleLink === undefined ? undefined : listOfStyle(own.styleLink)
    return linked === undefined || linked === listId
      ? own
      : abstracts.get(instances.get(linked)?.abstractId ?? '')
  }
  return {
    next(listId, levelIndex) {
      const abstract = resolve(listId)
      const level = abstract?.levels.get(levelIndex)
      if (abstract === undefined || level === undefined) return ''
      const counts = counters.get(abstract) ?? []
      counters.set(abstract, counts)
      const begin = instances.get(listId)?.starts.get(levelIndex)
      const key = `${listId} ${levelIndex}`
      if (begin !== undefined && !restarted.has(key)) counts[levelIndex] = begin
      else counts[levelIndex] = (counts[levelIndex] ?? level.start - 1) + 1
      restarted.add(key)
      counts.length = levelIndex + 1
      if (level.format === 'bullet') return '• '
      const label = level.text.replace(/%(\d)/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const other = abstract.levels.get(at)
        const count = counts[at] ?? other?.start ?? 1
        return writeNumber(count, level.isLegal ? 'decimal' : (other?.format ?? 'decimal'))
      })
      return label === '' || CLOSED.test(label) ? label : `${label} `
    },
  }
}
