// How are weights fitted that tell two sorts of examples apart? Logistic regression, small enough to write down.

/** Kept of the answerable ones at a confidence of a half. */
const KEPT = 0.95

/** Logistic regression with balanced classes by gradient descent with momentum, on standardised features. */
export function fitLogistic(examples, ridge, steps = 1500, rate = 0.5) {
  const names = Object.keys(examples[0].features)
  const scale = Object.fromEntries(
    names.map((name) => {
      const values = examples.map((one) => one.features[name])
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
      return [name, { mean, deviation: deviation || 1 }]
    }),
  )
  const rows = examples.map((one) =>
    names.map((name) => (one.features[name] - scale[name].mean) / scale[name].deviation),
  )
  const there = examples.filter((one) => one.isThere).length
  const share = examples.map((one) => 0.5 / (one.isThere ? there : examples.length - there))
  const weights = names.map(() => 0)
  const speed = names.map(() => 0)
  let bias = 0
  let biasSpeed = 0
  for (let step = 0; step < steps; step++) {
    const slope = names.map((_, i) => ridge * weights[i])
    let biasSlope = 0
    for (const [r, row] of rows.entries()) {
      const sum = row.reduce((total, value, i) => total + value * weights[i], bias)
      const error = (1 / (1 + Math.exp(-sum)) - (examples[r].isThere ? 1 : 0)) * share[r]
      biasSlope += error
      for (const [i, value] of row.entries()) slope[i] += error * value
    }
    biasSpeed = 0.9 * biasSpeed + biasSlope
    bias -= rate * biasSpeed
    for (const i of weights.keys()) {
      speed[i] = 0.9 * speed[i] + slope[i]
      weights[i] -= rate * speed[i]
    }
  }
  const model = {
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i] / scale[name].deviation])),
    bias: 0,
  }
  const scores = examples
    .filter((one) => one.isThere)
    .map((one) => scoreOf(model, one.features))
    .sort((a, b) => b - a)
  return { ...model, bias: -(scores[Math.ceil(KEPT * scores.length) - 1] ?? 0) }
}

export function scoreOf({ weights, bias }, features) {
  return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name], bias)
}
