// Facts of one search or answer, each under its name.
import type { ComponentChildren } from 'preact'

interface Props {
  readonly facts: readonly (readonly string[])[]
  /** Further rows. */
  readonly children?: ComponentChildren
}

export function Facts({ facts, children }: Props) {
  return (
    <dl class="facts-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {children}
    </dl>
  )
}
