import { letterNumber, type LetterPage } from '../../../consultations/index.js';
import { Day, Notice, Prose, type Viewer } from '../../shared/index.js';

/**
 * The answer on a sheet for the envelope, by the browser's own printing: no copy with name and address is kept, so that they
 * can be erased.
 */
export function AnswerPaper({ viewer, view: { letter, sections } }: { viewer: Viewer; view: LetterPage }) {
  const section = sections.find(({ id }) => id === letter.sectionId);
  return (
    <>
      <Notice tone="info" title="ブラウザーの印刷で、A4の紙に印刷してください">
        <p>氏名と住所をあとで消せるように、この文書はシステムに保存しません。</p>
      </Notice>
      <article class="answer-paper">
        <p>
          <Day date={letter.closedOn} />
        </p>
        {letter.address !== null && <Prose text={letter.address} />}
        <p>{letter.name ?? ''}　様</p>
        <p>{viewer.town.headTitle}</p>
        <h2>いただいた手紙への回答</h2>
        <p>
          <Day date={letter.receivedOn} />
          にいただいた手紙（{letterNumber(letter)}「{letter.subject}」）に、お答えします。
        </p>
        <Prose text={letter.answer} />
        {section && (
          <p>
            お問い合わせ：{viewer.town.hallName}　{section.name}　電話 {section.phone}
          </p>
        )}
      </article>
    </>
  );
}
