import kvspec = require("kvspec");
import react = require("kvspec/react");
import antd = require("kvspec/antd");

const report: kvspec.Report = kvspec.check("alibaba.console", {} as kvspec.Requests["alibaba.console"]);
void [report, react.useKvspecForm, antd.rulesFor];
