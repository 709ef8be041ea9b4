/** A zone of Route 53 that records are put into, wherever it was made. */
export interface IHostedZone {
  /** Id of the zone, such as `Z0123456789ABCDEFGHIJ`. */
  readonly zoneId: string;
  /** Domain, without the dot at its end: `example.com`. */
  readonly zoneName: string;
}
