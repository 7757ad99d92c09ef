import { LONGEST_OUTCOME_REASON } from '../../grants/index.js';
import { fieldName, StatusTag, TextArea } from '../shared/index.js';

interface OverrideProps {
  readonly applicationId: string;
  readonly organizationName: string;
  /** What the organisation has not paid back. */
  readonly blockedBy: string;
  readonly typed: string | undefined;
}

/** An organisation that has not paid back is granted nothing new unless somebody says why; approvers read it. */
export const Override = ({ applicationId, organizationName, blockedBy, typed }: OverrideProps) => (
  <>
    <p class="row-remark">
      <StatusTag tone="danger">返還金の未納</StatusTag> {blockedBy}
    </p>
    <TextArea
      name={fieldName(`overrides.${applicationId}`)}
      label={`「${organizationName}」に未納でも交付する理由`}
      hint="書かないと起案できません。決裁する人に示されます。不交付のときは要りません。"
      rows={3}
      most={LONGEST_OUTCOME_REASON}
      value={typed}
    />
  </>
);
