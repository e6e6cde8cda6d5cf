import { LitElement, html } from "lit";
import * as echarts from "echarts/core";
console.log(LitElement, html, echarts);
