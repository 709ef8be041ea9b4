/** Path of the sample, as a person would give it. */
export const SAMPLE_PATH = 'environments/funlynk/production.yaml';

/** A production environment without a fault, which tests change in one place each. */
export const SAMPLE = `system: funlynk
environment: production
profile: production
domain: funlynk.com
state: { backend: s3, bucket: funlynk-production-tfstate, region: us-east-1 }
clusters:
  us-east-1:
    cloud: aws
    account: "111122223333"
    region: us-east-1
    network: { cidr: 10.20.0.0/16 }
    administrators: ['arn:aws:iam::111122223333:role/platform-admin']
    nodePools:
      general: { machineTypes: [m7g.large, m7g.xlarge], nodes: { min: 3, max: 12 } }
  europe-west1:
    cloud: google
    project: funlynk-production
    region: europe-west1
    network: { cidr: 10.40.0.0/16 }
    nodePools:
      general: { machineType: e2-standard-4, nodes: { min: 3, max: 12 } }
services:
  backend: { tag: v1.4.2, replicas: { min: 3, max: 10 } }
  admin-dashboard: { tag: v1.2.0 }
  postgres: { storage: { data: { size: 50Gi } } }
waivers:
  - { rule: image-digest, resource: redis, reason: built by a partner, expires: 2027-03-01 }
`;

/** The sample with one piece of text replaced. Throws where the text does not occur exactly once. */
export function changed(from: string, to: string): string {
  const parts = SAMPLE.split(from);
  if (parts.length !== 2) throw new Error(`'${from}' occurs ${parts.length - 1} times in the sample`);
  return parts.join(to);
}

/** Reads the given text, whatever the file. */
export function reading(text: string): () => Uint8Array {
  return () => Buffer.from(text);
}
