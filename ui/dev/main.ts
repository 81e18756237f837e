import '../src/fonts.css';
import '../src/tokens.css';
import '../src/base.css';
import { mount } from 'svelte';
import Parts from './Parts.svelte';

const target = document.getElementById('app');
if (target) mount(Parts, { target });
