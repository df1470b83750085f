"""ICtCp and ΔE-ITP against published numbers, and what must hold of any colour difference."""

import numpy as np
import pytest

from rayograph.colour.itp import delta_e_itp, ictcp, ictcp_of_display, pq_encode


def test_pq_at_its_published_points():
    # ST 2084: 0 and 10000 cd/m²; BT.2408-7 table 1: 100 cd/m² is 51 %, 203 cd/m² is 58 %, 1000 cd/m² is 75 %.
    codes = pq_encode(np.array([0.0, 100.0, 203.0, 1000.0, 10000.0]))
    np.testing.assert_allclose(codes, [7.309e-7, 0.508078, 0.580689, 0.751827, 1.0], atol=1e-5)


def test_ictcp_of_a_published_colour():
    # colour-science, colour.RGB_to_ICtCp, method "Dolby 2016": RGB in cd/m².
    found = ictcp(np.array([0.45620519, 0.03081071, 0.04091952]))
    np.testing.assert_allclose(found, [0.07351364, 0.00475253, 0.09351596], atol=1e-7)


def test_delta_e_of_published_pairs():
    # colour-science, tests of delta_E_ITP: the patch "dark skin".
    one = np.array([0.4885468072, -0.04739350675, 0.07475401302])
    other = np.array([0.4899203231, -0.04567508203, 0.07361341775])
    assert delta_e_itp(one, other) == pytest.approx(1.426572247, abs=1e-7)


def test_greys_have_no_colour_and_equal_pictures_no_difference():
    grey = np.linspace(0, 1, 9)[:, None] * np.ones(3)
    np.testing.assert_allclose(ictcp_of_display(grey)[:, 1:], 0, atol=2e-3)
    picture = np.random.default_rng(1).random((4, 5, 3))
    assert delta_e_itp(ictcp_of_display(picture), ictcp_of_display(picture)).max() == 0


def test_one_code_of_eight_bits_is_about_a_just_noticeable_difference():
    grey = np.full(3, 0.5)
    assert 0.3 < delta_e_itp(ictcp_of_display(grey), ictcp_of_display(grey + 1 / 255)) < 2
