import { denyInsecureTransport, resourcePolicy } from '../../../../lib/cloud/aws/iam/resource-policy';
import { statements } from '../harness';

const bucket = 'arn:aws:s3:::uploads';
const read = {
  sid: 'Read',
  principal: { arn: 'arn:aws:iam::444455556666:root' },
  actions: ['s3:GetObject'],
  resources: [`${bucket}/*`],
};

describe('resourcePolicy', () => {
  test('renders who may do what with which part of the resource', () => {
    expect(statements(resourcePolicy('stack', [read]))).toEqual([
      {
        Sid: 'Read',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::444455556666:root' },
        Action: ['s3:GetObject'],
        Resource: ['arn:aws:s3:::uploads/*'],
      },
    ]);
  });

  test('keeps the reason of a wildcard to itself', () => {
    const wildcard = 'there is no other way';
    const text = resourcePolicy('stack', [{ ...read, actions: ['s3:*'], wildcard }]);
    expect([text.includes('s3:*'), text.includes(wildcard)]).toEqual([true, false]);
  });

  test('cannot allow actions by a wildcard without a reason, but can deny them', () => {
    const wide = { ...read, actions: ['s3:*'] };
    expect(() => resourcePolicy('stack/bucket', [wide])).toThrow(
      "stack/bucket: 'Read' must not hold a wildcard without a reason, got 's3:*'",
    );
    expect(statements(resourcePolicy('stack', [{ ...wide, effect: 'Deny' }]))[0]?.Effect).toBe('Deny');
  });

  test('cannot say nothing, and says of all statements what is wrong', () => {
    const anyone = { sid: 'Any', principal: { anyone: 'within conditions' } as const, actions: [], resources: [] };
    expect(() => resourcePolicy('stack', [])).toThrow("stack: 'statements' must hold one at least, got []");
    expect(() => resourcePolicy('stack', [anyone, { ...read, resources: [] }])).toThrow(
      "stack: 'Any.actions' must name one at least, got []\n" +
        "stack: 'Any.conditions' must bound a principal that may be anyone, got {}\n" +
        "stack: 'Any.resources' must name one at least, got []\n" +
        "stack: 'Read.resources' must name one at least, got []",
    );
  });
});

describe('denyInsecureTransport', () => {
  test('denies everything of the service to everyone who comes without TLS', () => {
    expect(statements(resourcePolicy('stack', [denyInsecureTransport([bucket, `${bucket}/*`])]))).toEqual([
      {
        Sid: 'DenyInsecureTransport',
        Effect: 'Deny',
        Principal: { AWS: '*' },
        Action: ['s3:*'],
        Resource: [bucket, `${bucket}/*`],
        Condition: { Bool: { 'aws:SecureTransport': ['false'] } },
      },
    ]);
  });

  test('denies named actions where told, and all where the ARN does not tell the service', () => {
    expect(denyInsecureTransport([bucket], ['sns:Publish']).actions).toEqual(['sns:Publish']);
    expect(denyInsecureTransport(['${TfToken[TOKEN.1]}']).actions).toEqual(['*']);
  });
});
