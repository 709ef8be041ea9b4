import { AWS_PATTERNS } from './aws-format-cases';
import { all, answers, NO_TEXT } from './format-answers';

describe.each(Object.entries(AWS_PATTERNS))('%s', (_, { format, rule, accepts, refuses }) => {
  test('accepts what has the form', () => {
    expect(answers(format, accepts)).toEqual(all(accepts, undefined));
  });

  test('answers what has not with its rule, whatever is wrong', () => {
    const wrong = [...refuses, ...NO_TEXT, `${accepts[0]}\n`, ` ${accepts[0]}`];

    expect(answers(format, wrong)).toEqual(all(wrong, rule));
  });
});
