import { awsGatewayApiStatements } from '../../../../../lib/cloud/aws/identity/controllers/aws-gateway-api';
import { CLUSTER } from '../../harness';

describe('the AWS Gateway API Controller', () => {
  test('manages VPC Lattice in its account and region', () => {
    expect(awsGatewayApiStatements(CLUSTER)[0]?.resources).toEqual(['arn:aws:vpc-lattice:us-east-1:111122223333:*']);
  });

  test('cannot invoke services, nor write logs anywhere', () => {
    const actions = awsGatewayApiStatements(CLUSTER).flatMap((statement) => statement.actions);
    expect(actions.filter((action) => /^vpc-lattice-svcs:|^logs:|^s3:|^firehose:/.test(action))).toEqual([]);
  });
});
