import { describe, expect, it } from 'vitest'
import { readApps } from '../src/widget-apps.ts'

describe('readApps', () => {
  it('reads apps with one site or several, however they are spaced', () => {
    const setting = 'intranet=https://a.example, https://b.example:8443 ;\n www = http://127.0.0.1:3000;'
    expect(readApps(setting)).toEqual({
      apps: [
        { id: 'intranet', origins: ['https://a.example', 'https://b.example:8443'] },
        { id: 'www', origins: ['http://127.0.0.1:3000'] },
      ],
      faults: [],
    })
  })

  it('holds no apps when nothing is set', () => {
    expect(readApps('')).toEqual({ apps: [], faults: [] })
  })

  it.each([
    ['a', 'expected origins such as https://intranet.example, got ""'],
    ['a=', 'expected origins such as https://intranet.example, got ""'],
    ['=https://a.example', 'expected id=https://site.example,…, got "=https://a.example"'],
    ['应用=https://a.example', 'expected id=https://site.example,…, got "应用=https://a.example"'],
    ['a=https://a.example/', 'expected origins such as https://intranet.example, got "https://a.example/"'],
    ['a=https://A.example', 'expected origins such as https://intranet.example, got "https://A.example"'],
    ['a=a.example', 'expected origins such as https://intranet.example, got "a.example"'],
    ['a=https://*.example', 'expected origins such as https://intranet.example, got "https://*.example"'],
    ['a=*', 'expected origins such as https://intranet.example, got "*"'],
    ["a='none'", `expected origins such as https://intranet.example, got "'none'"`],
    ['a=file://x', 'expected origins such as https://intranet.example, got "file://x"'],
  ])('refuses %s', (setting, fault) => {
    expect(readApps(setting)).toEqual({ apps: [], faults: [`entry 1: ${fault}`] })
  })

  it('refuses a second app of the same id', () => {
    expect(readApps('a=https://a.example;a=https://b.example').faults).toEqual([
      'entry 2: expected a name of its own, got one of an entry before',
    ])
  })
})
