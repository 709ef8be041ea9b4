import { karpenterQueueName } from '../names';
import type { EksAlarmRule } from './eks-alarm-rule';

const HOUR_SECONDS = 3600;
const MINUTE = 60;

/** Alarms on what the cluster leans on. Those on NAT gateways and backups are on all of the account and region. */
export const ACCOUNT_ALARMS = {
  'nat-gateway-ports-used-up': {
    needs: 'NAT gateway',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html',
    title: 'Connections without a port at NAT gateways',
    summary: 'A NAT gateway has no ports left',
    unit: 'connections in five minutes',
    threshold: 0,
    condition: () => ({
      watched: {
        kind: 'query',
        query: 'SELECT SUM(ErrorPortAllocation) FROM SCHEMA("AWS/NATGateway", NatGatewayId)',
        label: 'Connections that got no port',
      },
      evaluationPeriods: 2,
    }),
    runbook:
      'More than 55,000 connections to one address go through one NAT gateway, and new ones fail. Spread pods over zones, keep connections open, or reach services of AWS through endpoints.',
  },
  'interruption-queue-unread': {
    needs: 'Karpenter',
    source:
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html',
    title: 'Oldest interruption that Karpenter has not read',
    summary: 'Karpenter does not hear of interruptions',
    unit: 'seconds',
    threshold: 120,
    condition: ({ clusterName }) => ({
      watched: {
        kind: 'metric',
        namespace: 'AWS/SQS',
        metricName: 'ApproximateAgeOfOldestMessage',
        dimensions: { QueueName: karpenterQueueName(clusterName) },
        statistic: 'Maximum',
        periodSeconds: MINUTE,
      },
      evaluationPeriods: 3,
    }),
    runbook:
      'Nobody reads the queue, so spot machines go before their pods are moved; after two minutes it is too late. Look at the logs of Karpenter: is it running, and may it read the queue?',
  },
  'backup-failed': {
    needs: 'AWS Backup',
    source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/cloudwatch.html',
    title: 'Backups that failed',
    summary: 'A backup failed',
    unit: 'jobs in an hour',
    threshold: 0,
    condition: () => ({
      watched: {
        kind: 'query',
        query: 'SELECT SUM(NumberOfBackupJobsFailed) FROM "AWS/Backup"',
        label: 'Backup jobs that failed',
        periodSeconds: HOUR_SECONDS,
      },
      evaluationPeriods: 1,
    }),
    runbook:
      'A job of AWS Backup failed within the hour, of any plan of the account and region. The job says why: a key that its role may not use, or a window that was too short, for the most part.',
  },
} as const satisfies Readonly<Record<string, EksAlarmRule>>;
