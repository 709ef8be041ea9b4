import {
  externalDnsRefusals,
  externalDnsStatements,
} from '../../../../../lib/cloud/aws/identity/controllers/external-dns';
import { refused } from './refused';
import { GRANTS } from './sample-grants';

const grant = GRANTS['external-dns'];

describe('external-dns', () => {
  test('writes records of a few types in the named zones', () => {
    expect(externalDnsStatements(grant)[0]).toEqual({
      sid: 'WriteRecords',
      actions: ['route53:ChangeResourceRecordSets'],
      resources: ['arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ'],
      conditions: {
        'ForAllValues:StringEquals': {
          'route53:ChangeResourceRecordSetsRecordTypes': ['A', 'AAAA', 'CNAME', 'TXT'],
        },
      },
    });
  });

  test('writes other types where told to, in an order of their own', () => {
    const [write] = externalDnsStatements({ ...grant, recordTypes: ['TXT', 'SRV'] });
    expect(write?.conditions?.['ForAllValues:StringEquals']).toEqual({
      'route53:ChangeResourceRecordSetsRecordTypes': ['SRV', 'TXT'],
    });
  });

  test('refuses types that are none, and none at all', () => {
    expect(refused(externalDnsRefusals({ ...grant, recordTypes: ['cname'] }))).toEqual([
      'controller.recordTypes must be types of records in upper case, such as CNAME: "cname"',
    ]);
    expect(refused(externalDnsRefusals({ ...grant, recordTypes: [] }))).toEqual([
      'controller.recordTypes must name one type at least: []',
    ]);
  });

  test('refuses to work on no zone', () => {
    expect(refused(externalDnsRefusals({ ...grant, hostedZoneIds: [] }))).toHaveLength(1);
  });
});
