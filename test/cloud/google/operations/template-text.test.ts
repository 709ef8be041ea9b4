import { Token } from 'cdktf';
import { templateText } from '../../../../lib/cloud/google/operations/template-text';

describe('templateText', () => {
  test.each([
    ['${resource.label.pod_name}', '$${resource.label.pod_name}'],
    ['at the start ${a}${b}', 'at the start $${a}$${b}'],
    ['%{if} is a directive', '%%{if} is a directive'],
    ['$${escaped} and %%{escaped} already', '$${escaped} and %%{escaped} already'],
    ['$ and % and {} alone', '$ and % and {} alone'],
  ])('has Terraform leave %j alone', (text, expected) => {
    expect(templateText(text)).toBe(expected);
  });

  test('leaves tokens for Terraform', () => {
    const token = Token.asString({ known: 'later' });
    expect(templateText(`id="${token}" \${variable}`)).toBe(`id="${token}" $\${variable}`);
  });
});
