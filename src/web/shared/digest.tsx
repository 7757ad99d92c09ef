/** 照合コード of a file in groups of eight, as the 送付書 prints it, so that two people compare them by eye. */
export const Digest = ({ sha256 }: { sha256: string }) => (
  <span class="digest">{(sha256.match(/.{1,8}/g) ?? []).join(' ')}</span>
);
