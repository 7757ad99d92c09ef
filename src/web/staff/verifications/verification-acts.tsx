import type { Verification } from '../../../verifications/index.js';
import { Button, ButtonRow, Checkbox, Details, Form, TextArea, type Viewer } from '../../shared/index.js';
import { typedText } from '../../shared/typed-text.js';

interface ActProps {
  readonly viewer: Viewer;
  readonly verification: Verification;
}

const actUrl = (viewer: Viewer, { id }: Verification, act: string): string =>
  viewer.url(`staff/verifications/${id}/${act}`);

/** Free texts of three sides go out: a person reads them once more before. */
export const PublishForm = ({ viewer, verification }: ActProps) => (
  <Form action={actUrl(viewer, verification, 'publication')} version={verification.version} label="検証の公表">
    <p>
      上の「それぞれの答え」と今後の方向性が、住民の読めるページに出ます。団体には、検証結果通知書で知らせてあります。
    </p>
    <Checkbox name="confirmed" label="個人の名前や連絡先が書かれていないことを確かめました" required />
    <ButtonRow>
      <Button>検証を公表する</Button>
    </ButtonRow>
  </Form>
);

export const TakeDownForm = ({ viewer, verification, body }: ActProps & { readonly body: unknown }) => (
  <Details summary="公表を取りやめる" open={typedText(body, 'act') === 'take-down'}>
    <Form action={actUrl(viewer, verification, 'take-down')} version={verification.version} label="公表の取りやめ">
      <input type="hidden" name="act" value="take-down" />
      <p>住民のページから消えます。今後の方向性の決定は変わりません。</p>
      <TextArea
        name="takenDownReason"
        label="公表を取りやめる理由"
        hint="住民には示しません。操作の記録に残ります。"
        required
        rows={2}
        most={400}
        value={typedText(body, 'takenDownReason')}
      />
      <ButtonRow>
        <Button kind="secondary" small>
          公表を取りやめる
        </Button>
      </ButtonRow>
    </Form>
  </Details>
);

export const WithdrawForm = ({ viewer, verification, body }: ActProps & { readonly body: unknown }) => (
  <Details summary="この検証を取りやめる" open={typedText(body, 'act') === 'withdraw'}>
    <Form action={actUrl(viewer, verification, 'withdrawal')} version={verification.version} label="検証の取りやめ">
      <input type="hidden" name="act" value="withdraw" />
      <p>団体の画面から消えます。交付決定のページから、あとでもう一度始められます。</p>
      <TextArea name="note" label="取りやめる理由" required rows={2} most={400} value={typedText(body, 'note')} />
      <ButtonRow>
        <Button kind="secondary" small>
          検証を取りやめる
        </Button>
      </ButtonRow>
    </Form>
  </Details>
);
