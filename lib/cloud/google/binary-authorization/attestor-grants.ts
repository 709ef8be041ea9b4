import type { BinaryAuthorizationAttestor } from '@cdktf/provider-google/lib/binary-authorization-attestor';
import { BinaryAuthorizationAttestorIamMember } from '@cdktf/provider-google/lib/binary-authorization-attestor-iam-member';
import type { ContainerAnalysisNote } from '@cdktf/provider-google/lib/container-analysis-note';
import { ContainerAnalysisNoteIamMember } from '@cdktf/provider-google/lib/container-analysis-note-iam-member';
import { ProjectIamMember } from '@cdktf/provider-google/lib/project-iam-member';
import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import { letSign, type IKmsSigningKey } from '../keys/kms-signing-key';
import { ServiceAgents } from '../service-agents';

/** What grants of an attestor are about. */
export interface GrantedAttestor {
  readonly project: string;
  readonly note: ContainerAnalysisNote;
  readonly attestor: BinaryAuthorizationAttestor;
}

/**
 * Lets a member sign, and attach what it signed to the note. Attestations have no policy of their own, so writing them
 * is granted on the project. https://cloud.google.com/binary-authorization/docs/making-attestations
 */
export function letAttest(scope: Construct, granted: GrantedAttestor, member: string, key: IKmsSigningKey): void {
  if (!key.signers.includes(member)) letSign(scope, `key-${member}`, key.id, member);
  onAttestor(scope, `viewer-${member}`, granted, 'roles/binaryauthorization.attestorsViewer', member);
  onNote(scope, `attacher-${member}`, granted, 'roles/containeranalysis.notes.attacher', member);
  new ProjectIamMember(scope, `occurrences-${member}`, {
    project: granted.project,
    role: 'roles/containeranalysis.occurrences.editor',
    member,
  });
}

/** Lets a member ask whether an image is attested. */
export function letVerify(scope: Construct, granted: GrantedAttestor, member: string): ITerraformDependable {
  return onAttestor(scope, `verifier-${member}`, granted, 'roles/binaryauthorization.attestorsVerifier', member);
}

/** Lets the attestor itself find the attestations that hang on its note. */
export function letReadAttestations(scope: Construct, granted: GrantedAttestor): ITerraformDependable {
  const { delegationServiceAccountEmail } = granted.attestor.attestationAuthorityNote;
  return letReadNote(scope, 'Reader', granted, `serviceAccount:${delegationServiceAccountEmail}`);
}

/**
 * Lets the policy of another project ask for the attestor.
 * https://cloud.google.com/binary-authorization/docs/multi-project-setup-cli
 */
export function letProjectVerify(
  scope: Construct,
  granted: GrantedAttestor,
  project: string,
): readonly ITerraformDependable[] {
  const agent = new ServiceAgents(scope, `project-${project}`, { project }).member('binary-authorization');
  return [
    onAttestor(scope, `verifier-${project}`, granted, 'roles/binaryauthorization.attestorsVerifier', agent),
    letReadNote(scope, `reader-${project}`, granted, agent),
  ];
}

function letReadNote(scope: Construct, id: string, granted: GrantedAttestor, member: string): ITerraformDependable {
  return onNote(scope, id, granted, 'roles/containeranalysis.notes.occurrences.viewer', member);
}

function onAttestor(
  scope: Construct,
  id: string,
  { project, attestor }: GrantedAttestor,
  role: string,
  member: string,
): ITerraformDependable {
  return new BinaryAuthorizationAttestorIamMember(scope, id, { project, attestor: attestor.name, role, member });
}

function onNote(
  scope: Construct,
  id: string,
  { project, note }: GrantedAttestor,
  role: string,
  member: string,
): ITerraformDependable {
  return new ContainerAnalysisNoteIamMember(scope, id, { project, note: note.name, role, member });
}
