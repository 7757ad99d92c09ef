import type { Verification } from '../../../verifications/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Form,
  Notice,
  TextArea,
  type Viewer,
} from '../../shared/index.js';

interface RecusalProps {
  readonly viewer: Viewer;
  readonly verification: Verification;
  readonly reason: string;
}

/** 忌避 of one verification: what it means, asked once, with the reason. */
export function VerificationRecusalPage({ viewer, verification, reason }: RecusalProps) {
  const path = `panel/verifications/${verification.id}`;
  return (
    <>
      <CheckAnswers
        answers={[
          { label: '事業', value: verification.title },
          { label: '団体', value: verification.organizationName },
        ]}
      />
      <Notice tone="warning" title="申し出ると、取り消せません">
        <p>この検証は一覧から消え、読むことも答えることもできなくなります。保存した答えは消えます。</p>
      </Notice>
      <Form action={viewer.url(`${path}/recusal`)} label="忌避の申出">
        <TextArea
          name="reason"
          label="申出の理由"
          hint="例：団体の役員の家族であるため"
          required
          rows={3}
          value={reason}
        />
        <ButtonRow>
          <Button kind="danger">忌避を申し出る</Button>
          <ButtonLink kind="quiet" href={viewer.url(path)}>
            申し出ずに戻る
          </ButtonLink>
        </ButtonRow>
      </Form>
    </>
  );
}
