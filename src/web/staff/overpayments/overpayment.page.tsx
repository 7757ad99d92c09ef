import { formatYen } from '../../../kernel/yen.js';
import type { OverpaymentPage as OverpaymentView } from '../../../repayments/index.js';
import {
  Button,
  ButtonLink,
  ButtonRow,
  CheckAnswers,
  Form,
  Money,
  Notice,
  TextArea,
  YenField,
  type Viewer,
} from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

interface OverpaymentProps {
  readonly viewer: Viewer;
  readonly view: OverpaymentView;
  readonly body: unknown;
}

/** What was paid by mistake, how much of it is asked back, and what happened. */
export function OverpaymentPage({ viewer, view: { grant, paid, most }, body }: OverpaymentProps) {
  const back = viewer.url(`staff/grants/${grant.id}`);
  return (
    <>
      <p>
        誤って支払った額の返還を求めます。額の確定・変更・取消しで払い過ぎになったときは、返還が自動で登録されるので、この画面は使いません。
      </p>
      <CheckAnswers
        answers={[
          { label: '団体', value: grant.organizationName },
          { label: '補助金', value: grant.programName },
          { label: '支払った額', value: <Money yen={paid} /> },
          { label: '返還を求められる額', value: <Money yen={most} strong /> },
        ]}
      />
      {most === 0n ? (
        <Notice tone="info" title="返還を求められる支払がありません">
          <p>支払った額がないか、全額の返還をすでに求めています。</p>
        </Notice>
      ) : (
        <Form action={viewer.url(`staff/grants/${grant.id}/overpayment`)} once={typedText(body, 'requestId') || true}>
          <YenField
            name="amount"
            label="返還を求める額"
            hint={`${formatYen(most)}まで`}
            required
            value={typedText(body, 'amount')}
          />
          <TextArea
            name="note"
            label="何が起きたか"
            hint="決裁の書類と、団体への通知書の「誤って支払った理由」に載ります。"
            required
            rows={3}
            most={300}
            value={typedText(body, 'note')}
          />
          <ButtonRow>
            <Button>返還を登録する</Button>
            <ButtonLink kind="quiet" href={back}>
              やめて戻る
            </ButtonLink>
          </ButtonRow>
        </Form>
      )}
    </>
  );
}
