import ElementPlus from "element-plus";
import { createApp, h, ref } from "vue";
import ElementOrder from "../app/readme/ElementOrder.vue";
import VueOrder from "../app/readme/VueOrder.vue";

const Page = { "#element": ElementOrder, "#vue": VueOrder }[location.hash];
const order = ref();
const locale = ref("en");
createApp({
  render: () => [
    h(Page, { locale: locale.value, onOrder: (given) => (order.value = given) }),
    h("button", { id: "chinese", onClick: () => (locale.value = "zh") }, "中文"),
    h("pre", { id: "order" }, order.value && JSON.stringify(order.value)),
  ],
})
  .use(ElementPlus)
  .mount("#root");
