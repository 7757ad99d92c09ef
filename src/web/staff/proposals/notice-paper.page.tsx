import { Notice } from '../../shared/index.js';

/** The words of the mail on a sheet for the envelope, by the browser's own printing; no copy with the name is kept. */
export const NoticePaper = ({ text }: { text: string }) => (
  <>
    <div class="screen-only">
      <Notice tone="info" title="ブラウザーの印刷で、A4の紙に印刷してください">
        <p>
          氏名をあとで消せるように、この文書はシステムに保存しません。送ったら、知らせた日と方法を記録してください。
        </p>
      </Notice>
    </div>
    <article class="notice-paper">{text}</article>
  </>
);
