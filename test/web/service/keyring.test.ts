import { describe, expect, it } from 'vitest'
import { createKeyring } from '../../../src/web/service/keyring.ts'

describe('createKeyring', () => {
  it('asks once for all requests that were refused together', async () => {
    const keyring = createKeyring()
    const asked: boolean[] = []
    keyring.attach(async (wasRefused) => {
      asked.push(wasRefused)
      return 'right'
    })
    expect(await Promise.all([keyring.authorise(''), keyring.authorise('')])).toEqual(['right', 'right'])
    expect(await keyring.authorise('')).toBe('right')
    expect(asked).toEqual([false])
  })

  it('waits for somebody who asks, and says when the last key was refused', async () => {
    const keyring = createKeyring()
    const coming = keyring.authorise('wrong')
    keyring.attach(async (wasRefused) => (wasRefused ? 'right' : undefined))
    expect(await coming).toBe('right')
  })

  it('asks again after the reader gave none', async () => {
    const keyring = createKeyring()
    const answers = [undefined, 'right']
    keyring.attach(async () => answers.shift())
    expect(await keyring.authorise('')).toBeUndefined()
    expect(await keyring.authorise('')).toBe('right')
  })
})
