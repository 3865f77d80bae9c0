/** Starts the server on Node, from compiled code where an earlier start left it. */
import { Bundles } from '../node/bundles';
import { startQuicklyStaySmall } from '../node/engine';

const bundles = new Bundles(__dirname);
startQuicklyStaySmall(bundles.keepCode());
bundles.load('node.js');
