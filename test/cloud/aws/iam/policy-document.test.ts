import { keyPolicy, policyDocument, trustPolicy } from '../../../../lib/cloud/aws/iam/policy-document';
import { statements } from '../harness';

const read = { sid: 'Read', actions: ['s3:GetObject'], resources: ['arn:aws:s3:::bucket/key'] };
const node = { sid: 'Nodes', principal: { service: 'ec2.amazonaws.com' }, actions: ['sts:AssumeRole'] };

describe('policyDocument', () => {
  test('renders statements as IAM reads them', () => {
    expect(policyDocument('stack', [read])).toMatchInlineSnapshot(
      `"{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::bucket/key"]}]}"`,
    );
  });

  test('renders a condition where there is one', () => {
    const conditions = { StringEquals: { 'kms:ViaService': ['ec2.us-east-1.amazonaws.com'] } };
    expect(statements(policyDocument('stack', [{ ...read, conditions }]))[0]).toMatchObject({ Condition: conditions });
  });

  test('cannot hold a wildcard in a resource without a reason', () => {
    expect(() => policyDocument('stack/role', [{ ...read, resources: ['arn:aws:s3:::bucket/*'] }])).toThrow(
      "stack/role: 'Read' must not hold a wildcard without a reason, got 'arn:aws:s3:::bucket/*'; name what is meant, or give the reason in wildcard",
    );
  });

  test('cannot hold a wildcard in an action without a reason', () => {
    expect(() => policyDocument('stack', [{ ...read, actions: ['s3:*'] }])).toThrow("got 's3:*'");
  });

  test('holds a wildcard that has a reason, and keeps the reason to itself', () => {
    const text = policyDocument('stack', [{ ...read, resources: ['*'], wildcard: 'there is no other way' }]);
    expect([text.includes('"Resource":["*"]'), text.includes('no other way')]).toEqual([true, false]);
  });

  test('cannot hold a statement without actions or resources', () => {
    expect(() => policyDocument('stack', [{ ...read, actions: [], resources: [] }])).toThrow(
      "stack: 'Read.actions' must name one at least, got []\nstack: 'Read.resources' must name one at least, got []",
    );
  });
});

describe('trustPolicy', () => {
  test('names the service that may assume the role, and no resource', () => {
    expect(statements(trustPolicy('stack', node))).toEqual([
      { Sid: 'Nodes', Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: ['sts:AssumeRole'] },
    ]);
  });

  test('names a role that may assume the role', () => {
    const principal = { arn: 'arn:aws:iam::111122223333:role/a' };
    expect(statements(trustPolicy('stack', { ...node, principal }))[0]).toMatchObject({
      Principal: { AWS: principal.arn },
    });
  });

  test('cannot trust anyone without a condition', () => {
    expect(() => trustPolicy('stack', { ...node, principal: { anyone: 'within conditions' } })).toThrow(
      "stack: 'Nodes.conditions' must bound a principal that may be anyone, got {}",
    );
  });
});

describe('keyPolicy', () => {
  test('applies every statement to the key itself', () => {
    expect(statements(keyPolicy('stack', [node, node])).map((statement) => statement.Resource)).toEqual(['*', '*']);
  });
});
