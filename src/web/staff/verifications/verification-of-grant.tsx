import type { GrantCase } from '../../../grant-changes/index.js';
import type { Verification } from '../../../verifications/index.js';
import { Button, ButtonRow, Form, Section, type Viewer } from '../../shared/index.js';
import { VerificationTag } from '../../shared/verification-words.js';

interface VerificationOfGrantProps {
  readonly viewer: Viewer;
  readonly view: GrantCase;
  readonly verification: Verification | null;
  readonly mayAct: boolean;
}

/** Where the verification of a grant stands; staff may begin it before 額の確定, and again after it was given up. */
export function VerificationOfGrant({ viewer, view: { grant }, verification, mayAct }: VerificationOfGrantProps) {
  const open = verification !== null && verification.state !== 'withdrawn';
  return (
    <Section title="検証">
      {verification && (
        <p>
          <VerificationTag state={verification.state} />　
          <a href={viewer.url(`staff/verifications/${verification.id}`)}>検証を開く</a>
        </p>
      )}
      {!open && (
        <>
          <p>額の確定が済むと、検証が始まります。その前でも、始められます。</p>
          {mayAct && grant.issuedOn !== null && grant.outcome !== 'refused' && (
            <Form action={viewer.url(`staff/verifications/openings/${grant.id}`)} label="検証を始める">
              <ButtonRow>
                <Button kind="secondary" small>
                  検証を始める
                </Button>
              </ButtonRow>
            </Form>
          )}
        </>
      )}
    </Section>
  );
}
