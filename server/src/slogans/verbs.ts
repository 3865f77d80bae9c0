/** Verbs for what is done to things that are spoken of in a figure; the word list lacks most of these: 紧盯, 管好, 织密. */
export const GRASPED =
  '[紧严深狠][盯扣抓守查防管把绷]|[盯抓管守织扎念用打写拧端扛种下叫擦跑按走做树筑把建唱算架搭过][好紧住牢实密准稳响亮出下活优起]';
