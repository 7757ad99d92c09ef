import type { LocalDate } from '../../kernel/local-date.js';
import { Notice } from './feedback.js';
import { Figure, FigureRow } from './structure.js';
import { Day } from './values.js';
import type { Viewer } from './viewer.js';

interface CodeSheetProps {
  readonly viewer: Viewer;
  /** Address of this installation as people type it, without a slash at the end. */
  readonly origin: string;
  readonly purpose: 'invitation' | 'reset';
  /** Whom it is for, e.g. 会長　見本 花子. */
  readonly name: string;
  readonly code: string;
  readonly expiresOn: LocalDate;
}

/** One sheet to print and hand over: where to go, what to type, until when. The code stands here this once. */
export function CodeSheet({ viewer, origin, purpose, name, code, expiresOn }: CodeSheetProps) {
  const { town, contact } = viewer;
  return (
    <>
      <div class="screen-only">
        <Notice tone="warning" title="このコードは、今この画面でだけ表示されます">
          <p>
            ブラウザーの印刷で1枚印刷し、本人であることを確かめて手渡してください。印刷せずに閉じたときは、もう一度発行してください。前のコードは使えなくなります。
          </p>
        </Notice>
      </div>
      <section class="section" aria-label="お渡しする用紙">
        <p class="lead">{name} 様</p>
        <p>
          {purpose === 'invitation'
            ? `${town.name}の地域づくり補助金の窓口を、インターネットで利用していただけます。次の順で利用を始めてください。`
            : '次の順で、新しいパスワードを登録してください。利用者名はこれまでと同じです。'}
        </p>
        <ol class="path">
          <li>
            次のアドレスを開きます。
            <br />
            <strong>
              {origin}
              {viewer.url('invitation')}
            </strong>
          </li>
          <li>下のコードを入力します。大文字・小文字や「-」の有無は気にせず入力できます。</li>
          <li>
            {purpose === 'invitation'
              ? '利用者名とパスワードを自分で決めて、登録します。'
              : '新しいパスワードを登録します。'}
          </li>
        </ol>
        <FigureRow>
          <Figure label={purpose === 'invitation' ? '利用開始コード' : '再設定コード'}>{code}</Figure>
        </FigureRow>
        <p>
          コードの期限：
          <Day date={expiresOn} western />
          まで。使えるのは1回だけです。ほかの人に見せないでください。
        </p>
        <p>
          お問い合わせ：{town.hallName}
          {contact && ` ${contact.name} ${contact.unit}　電話 ${contact.phone}`}
        </p>
      </section>
    </>
  );
}
