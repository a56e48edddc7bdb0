import kvspec = require("kvspec");
import react = require("kvspec/react");
import antd = require("kvspec/antd");
import vue = require("kvspec/core/vue");
import bound = require("kvspec/core/rules");

const report: kvspec.Report = kvspec.check("alibaba.console", {} as kvspec.Requests["alibaba.console"]);
void [report, react.useKvspecForm, antd.rulesFor, vue.useKvspecForm, bound.bind];
