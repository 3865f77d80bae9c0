/** Texts written for these tests. */

/** Every character is in GB18030. */
export const SIMPLIFIED =
  '全市防汛工作会议召开\n\n6月3日，市长王海主持会议并讲话。王海强调，要加强巡查，要备足物资，确保群众安全。\n各县区要压实责任，发现险情及时处置。\n';
/** Every character is in Big5. */
export const TRADITIONAL =
  '全市防汛工作會議召開\n\n六月三日，市長主持會議並講話。市長強調，各區要加強巡查，備足物資，確保民眾安全。\n發現險情要及時處置。\n';
