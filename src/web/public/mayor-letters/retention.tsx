import type { VoiceSettings } from '../../../consultations/index.js';
import { Details } from '../../shared/index.js';

/** What becomes of name and address, as the writer is told before sending. */
export const Retention = ({
  settings: { retentionDays, basis },
}: {
  settings: Pick<VoiceSettings, 'retentionDays' | 'basis'>;
}) => (
  <Details summary="氏名や連絡先の取扱い">
    <p>
      氏名、メールアドレス、住所は、回答を送るためだけに使い、担当する職員だけが見ます。公表することはありません。
      取扱いが終わってから{retentionDays}日たつと、自動で消します。
    </p>
    {basis !== '' && <p>根拠：{basis}</p>}
  </Details>
);
