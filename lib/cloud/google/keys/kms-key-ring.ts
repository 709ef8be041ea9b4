import { KmsKeyRing as KeyRing } from '@cdktf/provider-google/lib/kms-key-ring';
import { Construct } from 'constructs';
import { ServiceAgents } from '../service-agents';
import { KmsKey, type KmsKeyOptions } from './kms-key';
import { KmsSigningKey, type KmsSigningKeyOptions } from './kms-signing-key';

/** Properties for `KmsKeyRing`. */
export interface KmsKeyRingProps {
  /** Project id. */
  readonly project: string;
  /** Region of the ring; what its keys encrypt has to lie in the same one. */
  readonly location: string;
  /** Name of the ring, unique within project and region, for ever: Google deletes neither rings nor keys. */
  readonly name: string;
  /**
   * Whether Terraform refuses to destroy the ring's keys.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
}

/** A ring of customer-managed keys in one region. */
export class KmsKeyRing extends Construct {
  private readonly keyRing: string;
  private readonly agents: ServiceAgents;
  private readonly deletionProtection: boolean;

  constructor(scope: Construct, id: string, props: KmsKeyRingProps) {
    super(scope, id);

    this.deletionProtection = props.deletionProtection ?? true;
    this.agents = new ServiceAgents(this, 'Agents', { project: props.project });
    this.keyRing = new KeyRing(this, 'Resource', {
      project: props.project,
      location: props.location,
      name: props.name,
    }).id;
  }

  /** Adds a key to the ring. Throws where the ring has a key of that name. */
  public addKey(name: string, options: KmsKeyOptions = {}): KmsKey {
    return new KmsKey(this, `key-${name}`, {
      ...options,
      name,
      keyRing: this.keyRing,
      agents: this.agents,
      deletionProtection: this.deletionProtection,
    });
  }

  /** Adds a key that signs. Throws where the ring has a key of that name. */
  public addSigningKey(name: string, options: KmsSigningKeyOptions = {}): KmsSigningKey {
    return new KmsSigningKey(this, `key-${name}`, {
      ...options,
      name,
      keyRing: this.keyRing,
      deletionProtection: this.deletionProtection,
    });
  }
}
