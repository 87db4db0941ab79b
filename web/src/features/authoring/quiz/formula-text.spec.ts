import { formulaText } from './formula-text';

describe('A formula in a line of text', () => {
  it.each([
    [String.raw`E = mc^2`, 'E = mc²'],
    [String.raw`\frac{a+b}{2}`, '(a+b)/2'],
    [String.raw`\frac{\frac{1}{2}}{x}`, '(1/2)/x'],
    [String.raw`\sqrt{x^2+1}`, '√(x²+1)'],
    [String.raw`\bar{x} = \frac1n \sum_{i=1}^n x_i`, 'bar x = 1/n ∑_(i=1)ⁿ xᵢ'],
    [String.raw`\text{KL}\left(p\right) \geq 0`, 'KL(p) ≥ 0'],
    [String.raw`A \cup B = \{1, 2\}`, 'A ∪ B = {1, 2}'],
    [String.raw`e^{-\lambda t}`, 'e^(-λt)'],
    [String.raw`50\,\%`, '50 %'],
    ['x^', 'x'],
    ['{{x', 'x'],
    ['}', ''],
  ])('%s', (tex, text) => {
    expect(formulaText(tex)).toBe(text);
  });
});
