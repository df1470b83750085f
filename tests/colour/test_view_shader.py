from rayograph.colour.view_shader import FUNCTION, view_shader


def test_the_shader_declares_its_function_and_brings_its_tables() -> None:
    shader = view_shader()
    assert f"vec4 {FUNCTION}(vec4 inPixel)" in shader.source
    assert shader.tables
    for table in shader.tables:
        assert f"uniform sampler2D {table.sampler};" in shader.source
        assert table.values.shape[0] == 1 and table.values.shape[2] in (1, 3)
