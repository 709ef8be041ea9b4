import {
  certManagerRefusals,
  certManagerStatements,
} from '../../../../../lib/cloud/aws/identity/controllers/cert-manager';
import { refused } from './refused';
import { GRANTS } from './sample-grants';

const grant = GRANTS['cert-manager'];

describe('cert-manager', () => {
  test('writes answers to challenges in the named zones, and nothing else', () => {
    const writing = certManagerStatements(grant).filter(({ actions }) =>
      actions.includes('route53:ChangeResourceRecordSets'),
    );
    expect(writing).toEqual([
      {
        sid: 'AnswerChallenges',
        actions: ['route53:ChangeResourceRecordSets'],
        resources: ['arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ'],
        conditions: {
          'ForAllValues:StringEquals': { 'route53:ChangeResourceRecordSetsRecordTypes': ['TXT'] },
          'ForAllValues:StringLike': {
            'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['_acme-challenge.*'],
          },
        },
      },
    ]);
  });

  test('refuses a domain for a zone', () => {
    expect(refused(certManagerRefusals({ ...grant, hostedZoneIds: ['example.com'] }))).toHaveLength(1);
  });
});
