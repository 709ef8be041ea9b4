import { addressesIn, referencesIn } from '../../lib/checks/terraform-expressions';

describe('references in a text', () => {
  test.each([
    ['a plain text', 'aws_vpc.main', []],
    ['an attribute', '${aws_vpc.main.id}', ['aws_vpc.main']],
    ['a data source', 'https://${data.google_project.it.number}/', ['data.google_project.it']],
    ['an identifier with dashes', '${aws_subnet.private-us-east-1a_87.id}', ['aws_subnet.private-us-east-1a_87']],
    ['several', '${aws_vpc.a.id}-${aws_vpc.b.id}', ['aws_vpc.a', 'aws_vpc.b']],
    ['an element', '${aws_eks_cluster.it.vpc_config[0].id}', ['aws_eks_cluster.it']],
    ['arguments of a function', '${join(",", [aws_vpc.a.id, aws_vpc.b.id])}', ['aws_vpc.a', 'aws_vpc.b']],
    ['a text in an expression', '${lookup(aws_vpc.a.tags, "aws_vpc.b")}', ['aws_vpc.a']],
    [
      'an expression in a text in an expression',
      '${join(",", ["${aws_vpc.a.id}:*", aws_vpc.b.id])}',
      ['aws_vpc.a', 'aws_vpc.b'],
    ],
    ['a quote inside a text', '${f("a \\" aws_vpc.x", aws_vpc.a.id)}', ['aws_vpc.a']],
    ['what follows a map', '${merge({ a = aws_vpc.a.id }, aws_vpc.b.tags)}', ['aws_vpc.a', 'aws_vpc.b']],
    ['what follows an expression', '${aws_vpc.a.id} and aws_vpc.b', ['aws_vpc.a']],
    ['a condition', '%{ if aws_vpc.a.main }yes%{ endif }', ['aws_vpc.a']],
    ['text that Terraform leaves alone', '$${aws_vpc.a.id} %%{aws_vpc.b.id}', []],
    ['text that it leaves alone before some that it does not', '$${aws:username} ${aws_vpc.a.id}', ['aws_vpc.a']],
    ['variables, locals and modules', '${var.a_b.c}${local.a_b.c}${module.a.b_c.d}${each.value.a_b.c}', []],
    ['JSON with expressions', '{"Resource":["${aws_kms_key.it.arn}"]}', ['aws_kms_key.it']],
  ])('%s', (_, template, expected) => {
    expect(referencesIn(template)).toEqual(expected);
  });
});

test('an address without braces is an expression', () => {
  expect(addressesIn('aws_vpc.main')).toEqual(['aws_vpc.main']);
  expect(addressesIn('data.aws_vpc.main')).toEqual(['data.aws_vpc.main']);
  expect(addressesIn('module.network')).toEqual([]);
});
