import { Token } from 'cdktf';
import { replicaRefusals, secretReplicas } from '../../../../lib/cloud/aws/secrets/secret-replicas';

const keyIn = (region: string) => ({ kmsKeyArn: `arn:aws:kms:${region}:111122223333:key/1234` });

describe('secretReplicas', () => {
  test('are encrypted with the key of each region, in an order that does not depend on theirs', () => {
    expect(secretReplicas({ 'us-west-2': keyIn('us-west-2'), 'eu-west-1': keyIn('eu-west-1') })).toEqual([
      { region: 'eu-west-1', kmsKeyId: keyIn('eu-west-1').kmsKeyArn },
      { region: 'us-west-2', kmsKeyId: keyIn('us-west-2').kmsKeyArn },
    ]);
  });
});

describe('replicaRefusals', () => {
  test('are none for keys of the regions, by ARN, by alias or known to Terraform alone', () => {
    const alias = { kmsKeyArn: 'arn:aws:kms:ap-southeast-1:111122223333:alias/secrets' };
    const token = { kmsKeyArn: Token.asString({ resolve: () => 'arn' }) };
    const replicas = { 'eu-west-1': keyIn('eu-west-1'), 'ap-southeast-1': alias, 'us-west-2': token };
    expect(replicaRefusals(replicas).filter(Boolean)).toEqual([]);
  });

  test('tell of a key of another region, and of a region that is none', () => {
    expect(replicaRefusals({ 'eu-west-1': keyIn('us-east-1'), Ireland: keyIn('Ireland') }).filter(Boolean)).toEqual([
      {
        property: 'replicaRegions.eu-west-1.kmsKeyArn',
        rule: 'must be the ARN of a key in eu-west-1',
        got: keyIn('us-east-1').kmsKeyArn,
      },
      { property: 'replicaRegions', rule: 'must hold regions such as eu-west-1', got: 'Ireland' },
    ]);
  });
});
