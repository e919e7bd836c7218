import { describe, expect, it } from 'vitest'
import { findDocument, findSection, readId } from '../../src/mcp/place.ts'
import { fakeParts, REPORT_ID } from '../fixtures/fake-service.ts'

const FORMER = 'fedcba9876543210'

describe('readId', () => {
  it.each([
    [REPORT_ID, { documentId: REPORT_ID }],
    [` ${REPORT_ID}\n`, { documentId: REPORT_ID }],
    [`${REPORT_ID}#b-a-17bg9l47udj-4pw43`, { documentId: REPORT_ID, rangeId: 'b-a-17bg9l47udj-4pw43' }],
    [`${REPORT_ID}/section/12`, { documentId: REPORT_ID, section: 12 }],
    [`https://reports.example/d/${REPORT_ID}#a-b`, { documentId: REPORT_ID, rangeId: 'a-b' }],
    [`report://${REPORT_ID}/section/2`, { documentId: REPORT_ID, section: 2 }],
  ])('reads %j', (id, place) => {
    expect(readId(id)).toEqual(place)
  })

  it.each([
    '',
    'a',
    `${REPORT_ID}0`,
    `x${REPORT_ID}`,
    `${REPORT_ID}#`,
    `${REPORT_ID}/section/x`,
    REPORT_ID.toUpperCase(),
  ])('refuses %j', (id) => {
    expect(() => readId(id)).toThrow('Expected an id')
  })
})

describe('findDocument', () => {
  const { service } = fakeParts({ successor: (id) => (id === FORMER ? REPORT_ID : undefined) })

  it('finds what took the place of a former report', () => {
    expect(findDocument(service, FORMER).id).toBe(REPORT_ID)
  })

  it('counts no sections of a report that has changed since', () => {
    expect(() => findSection(service, FORMER, 1)).toThrow('has changed since its sections were numbered')
    expect(findSection(service, REPORT_ID, 1)[1].heading).toBe('年度报告')
  })
})
