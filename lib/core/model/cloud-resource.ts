/** Objects that services keep in the cloud, by name in the environment. */
export interface BucketDefinition {
  /**
   * Days after which objects are deleted.
   *
   * @default - objects are kept
   */
  readonly expireDays?: number;
}

/** Messages that wait for one group of consumers. */
export interface QueueDefinition {
  /**
   * How long a consumer has for a message before another gets it.
   *
   * @default 60
   */
  readonly visibilityTimeoutSeconds?: number;
  /**
   * How often a message is tried before it is put aside.
   *
   * @default 5
   */
  readonly maxDeliveryAttempts?: number;
}

/** What hands each message to any number of queues. */
export interface TopicDefinition {
  /** Queues of the system that get every message. */
  readonly queues: readonly string[];
}

/** What a system keeps in the cloud, beside its services, in every environment. */
export interface CloudResources {
  readonly buckets: Readonly<Record<string, BucketDefinition>>;
  readonly queues: Readonly<Record<string, QueueDefinition>>;
  readonly topics: Readonly<Record<string, TopicDefinition>>;
}
